import { carryOut } from '../../graph/carryOut';
import { RegisterAccountDocument, RegisterVenueDocument } from '../../graph/generated/graphql';
import type { Recording } from '../../recording/RecordButton';
import { idsOf, textOf, type TypedField } from '../../recording/typed';
import { isPartner } from '../../session/mayDo';
import type { Session } from '../../session/session';
import { recordingTexts as texts } from '../../texts/recording';

const venue: TypedField = { name: 'venue', label: texts.venueId, kind: 'TEXT', required: true };
const illustrative: TypedField = { name: 'illustrative', label: texts.illustrative, kind: 'YES_NO' };

const accountRegistration = (ownVenue: string | undefined): Recording => ({
  label: texts.registerAccount,
  fields: [
    venue,
    {
      name: 'pseudonym',
      label: texts.pseudonym,
      kind: 'TEXT',
      hint: texts.pseudonymHint,
      required: true,
    },
    illustrative,
  ],
  initial: { venue: ownVenue ?? '' },
  send: (typed, key) =>
    carryOut(RegisterAccountDocument, {
      input: {
        key,
        venue: textOf(typed, 'venue'),
        pseudonym: textOf(typed, 'pseudonym'),
        illustrative: textOf(typed, 'illustrative') === 'yes',
      },
    }),
});

const venueRegistration: Recording = {
  label: texts.registerVenue,
  fields: [
    venue,
    { name: 'name', label: texts.name, kind: 'TEXT', required: true },
    { name: 'jurisdictions', label: texts.jurisdictions, kind: 'IDS' },
    illustrative,
  ],
  send: (typed, key) => {
    const jurisdictions = idsOf(typed, 'jurisdictions');
    return carryOut(RegisterVenueDocument, {
      input: {
        key,
        id: textOf(typed, 'venue'),
        name: textOf(typed, 'name'),
        jurisdictions: jurisdictions.length > 0 ? jurisdictions : null,
        illustrative: textOf(typed, 'illustrative') === 'yes',
      },
    });
  },
};

/** The registrations that a person may make: a partner those of accounts at its own venue. */
export const registrationsFor = (session: Session): readonly Recording[] =>
  isPartner(session)
    ? [accountRegistration(session.venue)]
    : [accountRegistration(undefined), venueRegistration];
