import { annoncerLeFrancais, traduire } from '../../welcome/scripts/ptce-traduction.js';

annoncerLeFrancais();

// The template puts the kind of resource before the word, which only English does.
traduire('.section-content > header h3', {}, [[/^(\S.*) Autorisations$/, 'Autorisations\u00a0: $1']]);
