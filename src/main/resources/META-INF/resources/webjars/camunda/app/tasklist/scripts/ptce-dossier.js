import { montrerLaPage } from '../../welcome/scripts/ptce-cadre.js';

export default [{
  id: 'ptce-dossier',
  pluginPoint: 'tasklist.task.detail',
  // Right after the form, which has 1000, and before the history, which has 800.
  priority: 900,
  properties: { label: 'Dossier' },
  render(noeud, { taskId }) {
    montrerLaPage(noeud, `/pilotage/taches/${taskId}/dossier`, 'Dossier de la tâche');
  }
}];
