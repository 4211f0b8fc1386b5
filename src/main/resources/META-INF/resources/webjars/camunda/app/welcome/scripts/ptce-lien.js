/**
 * A link of a navigation bar, as a webapp plugin.
 *
 * @param {string} pluginPoint point of the application where the link shows
 * @param {{id: string, texte: string, adresse: string, priorite: number}} lien priority: the higher, the further left
 */
export function lien(pluginPoint, { id, texte, adresse, priorite }) {
  return {
    id,
    pluginPoint,
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

/** The application's own pages, as links for one plugin point. */
export function liensVersNosPages(pluginPoint) {
  return [
    lien(pluginPoint, { id: 'ptce-dossiers', texte: 'Dossiers', adresse: '/dossiers', priorite: 20 }),
    lien(pluginPoint, { id: 'ptce-decisions', texte: 'Décisions', adresse: '/decisions', priorite: 19 })
  ];
}
