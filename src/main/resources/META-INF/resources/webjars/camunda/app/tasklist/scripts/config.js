// Replaces the stock configuration of Tasklist.
export default {
  app: { name: 'Tasklist', vendor: 'PTCE' },
  // French alone: the language of the browser then plays no part.
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  customScripts: [
    'scripts/ptce-fr',
    'scripts/ptce-liens',
    'scripts/ptce-saisie',
    'scripts/ptce-dossier',
    'scripts/ptce-compteurs'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'prend en charge la tâche sélectionnée'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'va au premier filtre de la liste'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'va à la première tâche de la liste'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'va au premier champ du formulaire de la tâche'
    }
  }
};
