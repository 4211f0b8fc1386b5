/*
 * Draws the path that an instance took on its diagram. Without this script the table of the page says it all.
 */
import { dessiner } from './diagramme-parcours.js';

const PAS = 120;
const GESTES = {
  plus: canevas => canevas.zoom(Math.min(canevas.zoom() * 1.25, 4), 'auto'),
  moins: canevas => canevas.zoom(Math.max(canevas.zoom() / 1.25, 0.2), 'auto'),
  tout: canevas => canevas.zoom('fit-viewport', 'auto'),
  gauche: canevas => canevas.scroll({ dx: PAS, dy: 0 }),
  droite: canevas => canevas.scroll({ dx: -PAS, dy: 0 }),
  haut: canevas => canevas.scroll({ dx: 0, dy: PAS }),
  bas: canevas => canevas.scroll({ dx: 0, dy: -PAS })
};
const TOUCHES = {
  '+': 'plus', '-': 'moins', 0: 'tout', ArrowLeft: 'gauche', ArrowRight: 'droite', ArrowUp: 'haut', ArrowDown: 'bas'
};

function ecouter(section, cadre, canevas) {
  section.querySelectorAll('[data-action]').forEach(bouton => {
    bouton.addEventListener('click', () => GESTES[bouton.dataset.action](canevas));
  });
  cadre.addEventListener('keydown', evenement => {
    const geste = GESTES[TOUCHES[evenement.key]];
    if (geste && evenement.target === cadre && !evenement.ctrlKey && !evenement.altKey && !evenement.metaKey) {
      evenement.preventDefault();
      geste(canevas);
    }
  });
}

// What the drawing says is in the table: screen readers read it there, and the keyboard enters by the frame.
function taireLeDessin(cadre) {
  const dessin = cadre.querySelector('svg');
  dessin.setAttribute('aria-hidden', 'true');
  dessin.setAttribute('tabindex', '-1');
}

async function montrer(section) {
  const cadre = section.querySelector('.diagramme__cadre');
  const [modele, trace] = await Promise.all([
    fetch(section.dataset.diagramme).then(reponse => reponse.text()),
    fetch(section.dataset.trace).then(reponse => reponse.json())
  ]);
  section.hidden = false;
  const lecteur = new window.BpmnJS({ container: cadre });
  await lecteur.importXML(modele);
  const canevas = lecteur.get('canvas');
  taireLeDessin(cadre);
  canevas.zoom('fit-viewport', 'auto');
  dessiner(lecteur, trace);
  ecouter(section, cadre, canevas);
}

const section = document.querySelector('[data-diagramme]');
if (section) {
  montrer(section).catch(() => { section.hidden = true; });
}
