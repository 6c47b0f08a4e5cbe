import { createRoot } from 'react-dom/client';
import { Start } from './shell/Start.tsx';
import './shell/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<Start />);
