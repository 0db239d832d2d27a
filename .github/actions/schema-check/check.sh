#!/usr/bin/env bash
# Runs the check twice over the same inputs: as annotations in the log, and as Markdown for the comment.
set -uo pipefail

options=(--base "$BASE")
[ -n "$HEAD" ] && options+=(--head "$HEAD")
[ -n "$PARTNERS" ] && options+=(--partners "$PARTNERS")
[ -n "$APPROVALS" ] && options+=(--approvals "$APPROVALS")
[ -n "$CONFIG" ] && options+=(--config "$CONFIG")
while IFS= read -r line; do
  [ -n "$line" ] && options+=(--operations "$line")
done <<<"$OPERATIONS"

report="${RUNNER_TEMP:-/tmp}/schema-check.md"
: >"$report"
node "$CORDON/scripts/cordon.mjs" schema check "${options[@]}" --format github
status=$?
node "$CORDON/scripts/cordon.mjs" schema check "${options[@]}" --format markdown --out "$report" >/dev/null

[ "$status" -eq 0 ] && verdict=ok || verdict=blocked
printf 'verdict=%s\nreport=%s\n' "$verdict" "$report" >>"$GITHUB_OUTPUT"
[ -n "${GITHUB_STEP_SUMMARY:-}" ] && cat "$report" >>"$GITHUB_STEP_SUMMARY"
exit "$status"
