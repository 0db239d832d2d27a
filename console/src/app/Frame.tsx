import { Outlet } from '@tanstack/react-router';
import { SignInPage } from '../pages/signIn/SignInPage';
import { useSessionState } from '../session/useSession';
import { Shell } from './Shell';

/** Every page but the sign-in: nothing of it is shown, nor asked for, before somebody is signed in. */
export function Frame() {
  const state = useSessionState();
  if (state.state === 'OUT') return <SignInPage why={state.why} />;
  return (
    <Shell session={state.session}>
      <Outlet />
    </Shell>
  );
}
