import { TEXTES_DES_FENETRES, annoncerLeFrancais, traduire } from '../../welcome/scripts/ptce-traduction.js';

annoncerLeFrancais();
traduire('.modal-content', TEXTES_DES_FENETRES);

// The engine puts English and the id of the task before the reason of our refusal, which is French.
traduire('.notifications .message', {}, [[/^Cannot (?:submit task form|complete task) [^\s:]+: /, '']]);

// The fixed texts of the form renderer, shared with the public pages. A form still works without them.
import('/js/form-js-fr.js').catch(erreur => console.warn('Formulaires non traduits :', erreur));
