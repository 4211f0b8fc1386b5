/*
 * What the community edition lacks: the path of an instance, over or running, and how often each element of a process is
 * passed and how long it takes. The server counts and writes; nothing here decides who sees what.
 */
import { montrerLaPage } from '../../welcome/scripts/ptce-cadre.js';
import { dessiner } from '/js/diagramme-parcours.js';

const PERIODES = [
  ['7j', '7 jours'], ['30j', '30 jours'], ['3m', '3 mois'], ['12m', '12 mois'], ['tout', 'depuis le début']
];
const CALQUE = 'ptce-chaleur';

function onglet({ id, pluginPoint, texte, priorite, adresse }) {
  return {
    id,
    pluginPoint,
    priority: priorite,
    properties: { label: texte },
    render: (noeud, donnees) => montrerLaPage(noeud, adresse(donnees), texte)
  };
}

function styles() {
  if (!document.querySelector('link[href="/css/parcours.css"]')) {
    const feuille = document.createElement('link');
    feuille.rel = 'stylesheet';
    feuille.href = '/css/parcours.css';
    document.head.append(feuille);
  }
}

async function lire(adresse) {
  const reponse = await fetch(adresse, { headers: { Accept: 'application/json' } });
  if (!reponse.ok) {
    throw new Error(`${adresse}: ${reponse.status}`);
  }
  return reponse.json();
}

const cle = definition => definition.split(':')[0];
// Ids are made of letters, digits, « - » and « : », which needs no encoding in a path.
const chemin = definition => `/pilotage/processus/${encodeURIComponent(definition).replaceAll('%3A', ':')}`;

function choix(texte, options, choisie, changer) {
  const libelle = document.createElement('label');
  const liste = document.createElement('select');
  options.forEach(([valeur, mots]) => liste.add(new Option(mots, valeur, false, valeur === choisie)));
  liste.addEventListener('change', () => changer(liste.value));
  libelle.append(texte, liste);
  return libelle;
}

// Five steps of colour, on a logarithmic scale: one element passed a thousand times does not make the others alike.
function degre(valeur, maximum) {
  return valeur <= 0 ? 0 : Math.max(1, Math.ceil(4 * Math.log1p(valeur) / Math.log1p(maximum)));
}

function etiquette(texte, titre, chaleur) {
  const noeud = document.createElement('div');
  noeud.className = `etiquette-ptce etiquette-ptce--chaleur-${chaleur}`;
  noeud.textContent = texte;
  noeud.title = titre;
  return noeud;
}

function mesure(chiffre, duree) {
  if (!duree) {
    return { valeur: chiffre.passages, texte: `${chiffre.passages}`, titre: `${chiffre.nom}\u00a0: ${chiffre.passages} passages` };
  }
  return chiffre.humaine && chiffre.mediane !== null
    ? { valeur: chiffre.mediane, texte: chiffre.medianeEnMots, titre: `${chiffre.nom}\u00a0: durée médiane ${chiffre.medianeEnMots}` }
    : null;
}

function colorer(lecteur, chiffres, duree) {
  const calques = lecteur.get('overlays');
  const elements = lecteur.get('elementRegistry');
  calques.remove({ type: CALQUE });
  const mesures = chiffres
    .filter(chiffre => elements.get(chiffre.element))
    .map(chiffre => ({ element: chiffre.element, mesure: mesure(chiffre, duree) }))
    .filter(({ mesure }) => mesure);
  const maximum = Math.max(1, ...mesures.map(({ mesure }) => mesure.valeur));
  mesures.forEach(({ element, mesure }) => calques.add(element, CALQUE, {
    position: { top: -12, left: 0 },
    html: etiquette(mesure.texte, mesure.titre, degre(mesure.valeur, maximum))
  }));
}

function chaleur(lecteur, definition) {
  styles();
  const reglage = { periode: '30j', duree: false, chiffres: [] };
  const panneau = document.createElement('div');
  panneau.className = 'reglage-ptce';
  panneau.setAttribute('role', 'group');
  panneau.setAttribute('aria-label', 'Fréquentation des étapes');
  const annonce = document.createElement('p');
  annonce.setAttribute('role', 'status');
  const montrer = () => {
    colorer(lecteur, reglage.chiffres, reglage.duree);
    annonce.textContent = reglage.chiffres.every(chiffre => chiffre.passages === 0)
      ? 'Aucun passage pendant cette période.'
      : '';
  };
  const relire = async () => {
    const periode = reglage.periode;
    try {
      const chiffres = await lire(`${chemin(definition)}/frequentation.json?periode=${periode}`);
      // A period that was chosen in the meantime has its own answer.
      if (periode === reglage.periode) {
        reglage.chiffres = chiffres;
        montrer();
      }
    } catch {
      annonce.textContent = 'Les chiffres ne peuvent pas être lus pour le moment.';
    }
  };
  panneau.append(
    choix('Période', PERIODES, reglage.periode, valeur => { reglage.periode = valeur; relire(); }),
    choix('Montrer', [['nombre', 'le nombre de passages'], ['duree', 'la durée médiane des tâches']], 'nombre',
      valeur => { reglage.duree = valeur === 'duree'; montrer(); }),
    annonce);
  lecteur.get('canvas').getContainer().parentElement.append(panneau);
  relire();
}

async function parcours(lecteur, instance) {
  styles();
  try {
    dessiner(lecteur, await lire(`/pilotage/instances/${encodeURIComponent(instance)}/parcours.json`));
  } catch {
    // The tab « Parcours » says why in French; the diagram stays as Cockpit draws it.
  }
}

export default [
  onglet({
    id: 'ptce-parcours',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    texte: 'Parcours',
    priorite: 30,
    adresse: ({ processInstanceId }) => `/pilotage/instances/${encodeURIComponent(processInstanceId)}`
  }),
  onglet({
    id: 'ptce-terminees',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    texte: 'Terminées',
    priorite: 5,
    adresse: ({ processDefinitionId }) =>
      `/pilotage/instances?processus=${encodeURIComponent(cle(processDefinitionId))}&etat=terminees`
  }),
  onglet({
    id: 'ptce-frequentation',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    texte: 'Fréquentation',
    priorite: 4,
    adresse: ({ processDefinitionId }) => `${chemin(processDefinitionId)}/frequentation`
  }),
  {
    id: 'ptce-chaleur',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 10,
    render: (lecteur, { processDefinitionId }) => chaleur(lecteur, processDefinitionId)
  },
  {
    id: 'ptce-chemin',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    priority: 10,
    render: (lecteur, { processInstanceId }) => parcours(lecteur, processInstanceId)
  }
];
