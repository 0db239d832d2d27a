import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type LinkProps = AnchorProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps> & {
    readonly ref?: Ref<HTMLAnchorElement>;
  };

const StyledAnchor = (props: LinkProps) => <Anchor {...props} />;

/** A link to a page of the console, in the looks of every link. */
export const RouteLink = createLink(StyledAnchor);
