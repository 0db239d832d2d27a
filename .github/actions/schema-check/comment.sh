#!/usr/bin/env bash
# One comment a pull request: written anew each time, found again by its first line.
set -euo pipefail

[ -s "${REPORT:-}" ] || exit 0
marker='<!-- cordon schema check -->'
body="$(mktemp)"
{ printf '%s\n' "$marker"; cat "$REPORT"; } >"$body"
comment="$(gh api --paginate "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | head -n 1)"
if [ -n "$comment" ]; then
  gh api --method PATCH "repos/$REPOSITORY/issues/comments/$comment" --field "body=@$body" >/dev/null
else
  gh api --method POST "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" --field "body=@$body" >/dev/null
fi
