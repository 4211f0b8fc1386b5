import { TEXTES_DES_FENETRES, annoncerLeFrancais, traduire } from '../../welcome/scripts/ptce-traduction.js';

annoncerLeFrancais();
traduire('.modal-content', TEXTES_DES_FENETRES);

// The engine puts English and the id of the task before the reason of our refusal, which is French.
traduire('.notifications .message', {}, [[/^Cannot (?:submit task form|complete task) [^\s:]+: /, '']]);

// The stock page announces an error, and never says which: whoever is not in charge of a task may not read its form.
traduire('.form-pane > .alert', {
  Close: 'Fermer',
  'Erreur du formulaire\u00a0:':
    'Le formulaire ne s’ouvre pas\u00a0: cette tâche attend quelqu’un d’autre, ou vient d’être terminée. L’onglet «\u00a0Dossier\u00a0» dit sur quoi elle porte.'
});

// The fixed texts of the form renderer, shared with the public pages. A form still works without them.
import('/js/form-js-fr.js').catch(erreur => console.warn('Formulaires non traduits :', erreur));

// On a slow machine the list of tasks is drawn before its texts have come, and shows their keys for good.
fetch(new URL('../locales/fr.json', import.meta.url))
  .then(reponse => reponse.json())
  .then(({ labels }) => {
    const cles = Object.entries(labels).filter(([cle]) => /^[A-Z]+(_[A-Z]+)+$/.test(cle));
    traduire('.column-left, .column-center', Object.fromEntries(cles));
  })
  .catch(erreur => console.warn('Textes de la liste non relus :', erreur));
