/** The toolbox (boîte à outils): what the programme gives to the public (design, §2; plan of action, axe 1). */
package fr.ptce.publication;
