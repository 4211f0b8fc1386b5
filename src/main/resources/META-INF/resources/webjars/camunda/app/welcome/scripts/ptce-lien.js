function lien(pluginPoint, { id, texte, adresse, priorite }) {
  return {
    id,
    pluginPoint,
    // The higher, the further left.
    priority: priorite,
    // Cockpit asks which entry is the current page: never one that leaves it.
    checkActive: () => false,
    render(noeud) {
      const ancre = document.createElement('a');
      ancre.href = adresse;
      ancre.textContent = texte;
      noeud.append(ancre);
    }
  };
}

/**
 * The application's own pages, as plugins of a webapp.
 *
 * @param {string} pluginPoint the navigation bar where the links show
 */
export function liensVersNosPages(pluginPoint) {
  return [
    lien(pluginPoint, { id: 'ptce-suivi-lien', texte: 'Suivi', adresse: '/pilotage', priorite: 21 }),
    lien(pluginPoint, { id: 'ptce-dossiers', texte: 'Dossiers', adresse: '/dossiers', priorite: 20 }),
    // Not « Décisions » alone: Cockpit has an entry of that name, for the decision tables.
    lien(pluginPoint, { id: 'ptce-decisions', texte: 'Décisions du comité', adresse: '/decisions', priorite: 19 }),
    lien(pluginPoint, { id: 'ptce-besoins', texte: 'Besoins', adresse: '/besoins', priorite: 18 }),
    lien(pluginPoint, {
      id: 'ptce-experimentation', texte: 'Expérimentation', adresse: '/accompagnement', priorite: 17
    }),
    lien(pluginPoint, { id: 'ptce-monographies', texte: 'Monographies', adresse: '/monographies', priorite: 16 })
  ];
}
