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
      // Cockpit attaches the node after this call. First the place, then the frame: one that is moved loads again.
      requestAnimationFrame(() => {
        enTete(noeud);
        montrerLaPage(noeud, '/pilotage', 'Suivi du programme');
      });
    }
  }
];
