import { RouteLink } from '../../parts/RouteLink';
import { List, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { isPartner, mayRead } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { homeTexts } from '../../texts/home';
import { SearchResults } from './SearchResults';

export function HomePage() {
  const { q } = useSearch({ strict: false });
  return q ? (
    <Page title={homeTexts.results(q)}>
      <SearchResults words={q} />
    </Page>
  ) : (
    <Page title={homeTexts.title}>
      <Text maw={640}>{homeTexts.start}</Text>
      <Shortcuts />
    </Page>
  );
}

function Shortcuts() {
  const session = useSession();
  const enforcement = mayRead(session, 'enforcement:read');
  return (
    <Section title={homeTexts.shortcuts}>
      <List spacing="xs">
        <List.Item>
          <RouteLink to="/actors/$id" params={{ id: 'ofac:43337' }}>
            {homeTexts.flagship}
          </RouteLink>
        </List.Item>
        <List.Item>
          <RouteLink to="/screening">{homeTexts.screen}</RouteLink>
        </List.Item>
        {enforcement ? (
          <List.Item>
            <RouteLink to="/accounts" search={{ status: 'FROZEN' }}>
              {homeTexts.frozen}
            </RouteLink>
          </List.Item>
        ) : null}
        {enforcement && !isPartner(session) ? (
          <List.Item>
            <RouteLink to="/proposals">{homeTexts.waiting}</RouteLink>
          </List.Item>
        ) : null}
      </List>
    </Section>
  );
}
