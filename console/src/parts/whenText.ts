/** Writes an instant as `2022-06-02 08:30 UTC`, without the time where it is midnight; a day as it is. */
export function whenText(instant: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant;
  const iso = new Date(instant).toISOString();
  const time = iso.slice(11, 16);
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time} UTC`;
}
