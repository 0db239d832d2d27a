import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { HasCustomers } from '../customer/customer.context';
import { ownerOf, requireVenue } from '../customer/tenant.rules';
import { readsCustomers } from '../scopes';
import type { HasScreeningAlerts } from './screeningAlert.context';
import { ScreeningAlertConnection, type ScreeningAlertType, screeningAlertView } from './screeningAlert.type';

/** An alert's place as text that sorts as its number does: what a cursor holds. */
const placeOf = (number: number) => String(number).padStart(12, '0');

@Resolver()
export class ScreeningAlertResolver {
  @Query(() => ScreeningAlertConnection, {
    nullable: true,
    description:
      'The alerts about customers of the operator, or of one venue, the oldest first unless `newestFirst` is set. A reader who goes on from the last cursor of the oldest first misses none.',
  })
  @Directive(readsCustomers)
  async screeningAlerts(
    @Ctx() { tenant, stores }: HasCustomers & HasScreeningAlerts,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
    @Arg('venue', () => ID, {
      nullable: true,
      description:
        'The venue whose customers they are about. Default: the caller’s own, for the operator none.',
    })
    venue?: string | null,
    @Arg('newestFirst', () => Boolean, { defaultValue: false, description: 'The newest first.' })
    newestFirst?: boolean,
  ): Promise<Connection<ScreeningAlertType>> {
    const page = readPageArguments(first, after);
    if (venue !== undefined && venue !== null) requireVenue(venue, 'venue');
    if (page.after !== null && !/^\d{12}$/.test(page.after))
      throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
    const place = page.after === null ? null : Number(page.after);
    const feed = ownerOf(tenant ?? venue ?? null);
    // Another venue's feed looks like one without alerts.
    const isOther = tenant !== null && venue !== undefined && venue !== null && venue !== tenant;
    const alerts = stores.screeningAlerts;
    const read = isOther
      ? []
      : newestFirst
        ? await alerts.before(feed, place, first + 1)
        : await alerts.after(feed, place ?? 0, first + 1);
    const found = pageOfRead(read, first, null);
    return connectionOfPage(found, ({ number }) => placeOf(number), screeningAlertView, page.after);
  }
}
