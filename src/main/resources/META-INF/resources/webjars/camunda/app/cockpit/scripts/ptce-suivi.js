import { montrerLaPage } from '../../welcome/scripts/ptce-cadre.js';

/* The dashboard of the programme, above what Cockpit shows of the engine. */
function enTete(noeud) {
  const section = noeud.closest('section');
  section?.parentElement.prepend(section);
}

export default [
  {
    id: 'ptce-suivi',
    pluginPoint: 'cockpit.dashboard',
    priority: 100,
    render(noeud) {
      // Before the frame is there: one that is moved loads its page again.
      enTete(noeud);
      montrerLaPage(noeud, '/pilotage', 'Suivi du programme');
    }
  }
];
