import { TEXTES_DES_FENETRES, annoncerLeFrancais, traduire } from '../../welcome/scripts/ptce-traduction.js';

annoncerLeFrancais();

// Cockpit shows most moments as the engine sends them, 2026-03-15T14:30:00, whatever the date formats of the locale.
traduire('.ctn-main td, .ctn-main .ctn-sidebar', {}, [
  [/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:[+-]\d{4})?$/, '$3/$2/$1 $4']
]);

traduire('.null-value, .loading-text', { null: '—', 'Loading diagram': 'Chargement du diagramme' });
traduire('.modal-content', TEXTES_DES_FENETRES);
