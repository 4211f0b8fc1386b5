import { liensVersNosPages } from '../../welcome/scripts/ptce-lien.js';

export default liensVersNosPages('tasklist.navbar.action');
