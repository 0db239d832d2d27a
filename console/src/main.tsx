import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/console.css';
import { createRoot } from 'react-dom/client';
import { printLight } from './app/printLight';
import { Root } from './app/Root';
import { openSession } from './session/session';

// Before the first render: a token in the address must not be seen by anything else.
openSession();
printLight();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<Root />);
