// French for the fixed texts of form-js 1.8.7, which has no setting for them. Shared by the public pages and Tasklist.
(() => {
  'use strict';

  if (window.ptceFormulairesEnFrancais) {
    return;
  }
  window.ptceFormulairesEnFrancais = true;

  const FRANCAIS_DU_CALENDRIER = {
    weekdays: {
      shorthand: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
      longhand: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
    },
    months: {
      shorthand: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
      longhand: [
        'janvier', 'février', 'mars', 'avril', 'mai', 'juin',
        'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'
      ]
    },
    firstDayOfWeek: 1,
    ordinal: rang => (rang === 1 ? 'er' : ''),
    rangeSeparator: ' au ',
    weekAbbreviation: 'Sem.',
    scrollTitle: 'Défilez pour augmenter la valeur',
    toggleTitle: 'Cliquez pour basculer',
    yearAriaLabel: 'Année',
    monthAriaLabel: 'Mois',
    hourAriaLabel: 'Heure',
    minuteAriaLabel: 'Minute',
    time_24hr: true
  };

  // A rule only looks where form-js puts the text, so that answers and labels are never touched.
  const TEXTES = [
    ['.fjs-form-field-error li', [
      ['Field is required.', 'Ce champ est obligatoire.'],
      ['Field must be a valid email.', 'Indiquez une adresse e-mail, par exemple prenom.nom@structure.fr.'],
      [/^Field must be a valid\s+international phone number\..*$/,
        'Indiquez un numéro au format international, par exemple +33612345678.'],
      [/^Field must match pattern .*\.$/s, 'Ce texte n’a pas la forme attendue.'],
      [/^Field must have minimum value of (.*)\.$/, m => `La valeur doit être supérieure ou égale à ${nombre(m[1])}.`],
      [/^Field must have maximum value of (.*)\.$/, m => `La valeur doit être inférieure ou égale à ${nombre(m[1])}.`],
      [/^Field must have minimum length of (.*)\.$/, m => `${compte(m[1], 'caractère')} au minimum.`],
      [/^Field must have maximum length of (.*)\.$/, m => `${compte(m[1], 'caractère')} au maximum.`],
      ['Value is not a number.', 'Indiquez un nombre.'],
      ['Value is expected to be an integer.', 'Indiquez un nombre entier.'],
      [/^Value is expected to have at most (\d+) decimal digits?\.$/, m => `${compte(m[1], 'décimale')} au maximum.`],
      [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/,
        m => `Cette valeur n’est pas possible ; les plus proches sont ${nombre(m[1])} et ${nombre(m[2])}.`],
      ['Date and time must both be entered.', 'Indiquez à la fois la date et l’heure.']
    ]],
    ['.fjs-select-display', [['Select', 'Choisir']]],
    ['.fjs-dropdownlist-empty', [
      ['No results', 'Aucun résultat'],
      ['All values selected', 'Tout est déjà choisi']
    ]],
    ['.fjs-taglist-skip-link', [['Skip to search', 'Aller à la recherche']]],
    ['.fjs-repeat-render-add', [['Add new', 'Ajouter une ligne']]],
    ['.fjs-repeat-render-collapse', [
      [/^Expand all \((\d+)\)$/, m => `Tout afficher (${m[1]})`],
      ['Collapse', 'Réduire']
    ]],
    ['.fjs-table-middle-container', [['Nothing to show.', 'Rien à afficher.']]],
    ['.fjs-table-nav-label', [['of', 'sur']]],
    ['.fjs-iframe-placeholder-text', [
      ['No content to show.', 'Aucun contenu à afficher.'],
      ['External content couldn\'t be loaded.', 'Ce contenu extérieur n’a pas pu être chargé.'],
      ['iFrame', 'Contenu extérieur']
    ]]
  ];

  const ATTRIBUTS = [
    ['placeholder', [
      ['Search', 'Rechercher'],
      ['hh:mm ?m', 'hh:mm'],
      [/^(dd|mm|yyyy)\W*(dd|mm|yyyy)\W*(dd|mm|yyyy)\W*$/, 'jj/mm/aaaa']
    ]],
    ['title', [
      ['Remove tag', 'Retirer'],
      ['Scroll to increment', FRANCAIS_DU_CALENDRIER.scrollTitle],
      ['Click to toggle', FRANCAIS_DU_CALENDRIER.toggleTitle]
    ]],
    ['alt', [['This is an image placeholder', 'Image absente']]],
    ['aria-label', [
      ['Increment', 'Augmenter'],
      ['Decrement', 'Diminuer'],
      ['Previous page', 'Page précédente'],
      ['Next page', 'Page suivante'],
      ['Click to remove sorting', 'Cliquez pour ne plus trier'],
      [/^Click to sort by (.*) descending$/s, m => `Cliquez pour trier par ${m[1]}`],
      [/^Click to sort by (.*) ascending$/s, m => `Cliquez pour trier par ${m[1]}, dans l’autre sens`],
      [/^Remove list item (\d+)$/, m => `Supprimer la ligne ${m[1]}`],
      ['Year', 'Année'],
      ['Month', 'Mois'],
      ['Hour', 'Heure'],
      ['Minute', 'Minute']
    ]]
  ];

  const NOMS = ATTRIBUTS.map(([nom]) => nom);
  const ZONES = '.fjs-container, .flatpickr-calendar';

  function nombre(texte) {
    const valeur = Number(texte);
    return texte.trim() === '' || Number.isNaN(valeur)
      ? texte
      : new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 10 }).format(valeur);
  }

  function compte(texte, nom) {
    return `${nombre(texte)} ${nom}${Number(texte) >= 2 ? 's' : ''}`;
  }

  function traduire(texte, regles) {
    const net = texte.trim();
    for (const [anglais, francais] of regles) {
      const trouve = typeof anglais === 'string' ? anglais === net && [net] : anglais.exec(net);
      if (trouve) {
        const traduit = typeof francais === 'string' ? francais : francais(trouve);
        return texte.replace(net, () => traduit);
      }
    }
    return texte;
  }

  function traduireLeTexte(noeud) {
    const parent = noeud.parentElement;
    if (!parent || !noeud.data.trim()) {
      return;
    }
    for (const [selecteur, regles] of TEXTES) {
      if (parent.closest(selecteur)) {
        const francais = traduire(noeud.data, regles);
        if (francais !== noeud.data) {
          noeud.data = francais;
        }
      }
    }
  }

  function traduireLesAttributs(element) {
    for (const [nom, regles] of ATTRIBUTS) {
      const anglais = element.getAttribute(nom);
      const francais = anglais && traduire(anglais, regles);
      if (francais && francais !== anglais) {
        element.setAttribute(nom, francais);
      }
    }
    // The maker's mark stays as its licence wants it; a screen reader learns which language it speaks.
    if (element.matches('.fjs-powered-by') && element.lang !== 'en') {
      element.lang = 'en';
    }
  }

  /** Dates as the French write them, whatever the language of the browser. */
  function franciserLeCalendrier(calendrier) {
    const champ = calendrier.parentElement && calendrier.parentElement.querySelector('input.flatpickr-input');
    const instance = champ && champ._flatpickr;
    if (!instance || instance.config.dateFormat === 'd/m/Y') {
      return;
    }
    instance.set({ locale: FRANCAIS_DU_CALENDRIER, ariaDateFormat: 'l j F Y', dateFormat: 'd/m/Y' });
    instance.setDate(instance.selectedDates, false);
  }

  function parcourir(racine) {
    if (racine.nodeType === Node.TEXT_NODE) {
      traduireLeTexte(racine);
      return;
    }
    if (racine.nodeType !== Node.ELEMENT_NODE) {
      return;
    }
    const marcheur = document.createTreeWalker(racine, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let noeud = racine; noeud; noeud = marcheur.nextNode()) {
      if (noeud.nodeType === Node.TEXT_NODE) {
        traduireLeTexte(noeud);
      } else {
        traduireLesAttributs(noeud);
        if (noeud.classList.contains('flatpickr-calendar')) {
          franciserLeCalendrier(noeud);
        }
      }
    }
  }

  const suiviDesZones = new MutationObserver(changements => {
    for (const changement of changements) {
      if (changement.type === 'attributes') {
        traduireLesAttributs(changement.target);
      } else if (changement.type === 'characterData') {
        traduireLeTexte(changement.target);
      } else {
        changement.addedNodes.forEach(parcourir);
      }
    }
  });

  const suivies = new WeakSet();

  function suivre(zone) {
    if (suivies.has(zone)) {
      return;
    }
    suivies.add(zone);
    if (window.flatpickr) {
      window.flatpickr.localize(FRANCAIS_DU_CALENDRIER);
    }
    parcourir(zone);
    suiviDesZones.observe(zone, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: NOMS
    });
  }

  function chercher(racine) {
    if (racine.nodeType !== Node.ELEMENT_NODE) {
      return;
    }
    if (racine.matches(ZONES)) {
      suivre(racine);
    } else if (!racine.closest(ZONES)) {
      racine.querySelectorAll(ZONES).forEach(suivre);
    }
  }

  new MutationObserver(changements => {
    for (const changement of changements) {
      changement.addedNodes.forEach(chercher);
    }
  }).observe(document.documentElement, { subtree: true, childList: true });
  chercher(document.documentElement);
})();
