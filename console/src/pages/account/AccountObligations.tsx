import { AccountObligationsDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Grid } from '../../parts/Grid';
import { RouteLink } from '../../parts/RouteLink';
import { Section } from '../../parts/Section';
import { obligationTexts } from '../../texts/obligations';
import { accountTexts } from '../../texts/account';
import { accountObligationColumns } from '../obligations/obligationColumns';

/** Lists the obligations about the account, as of now, also those that were met. */
export function AccountObligations({ id }: { readonly id: string }) {
  const query = useAsk(AccountObligationsDocument, { id });
  return (
    <Section
      title={obligationTexts.title}
      hint={accountTexts.obligationsHint}
      beside={
        <RouteLink to="/obligations" size="sm">
          {accountTexts.allObligations}
        </RouteLink>
      }
    >
      <Answered query={query} at={['account', 'obligations']} pick={({ account }) => account?.obligations}>
        {(obligations) => (
          <Grid
            label={obligationTexts.title}
            rows={obligations}
            columns={accountObligationColumns}
            keyOf={(obligation) => obligation.id}
            empty={accountTexts.noObligations}
          />
        )}
      </Answered>
    </Section>
  );
}
