import { useParams } from '@tanstack/react-router';

/** The id in the address of a page such as `/actors/$id`. */
export function useAddressId(): string {
  const { id } = useParams({ strict: false });
  if (id === undefined) throw new Error('the address of this page has no id');
  return id;
}
