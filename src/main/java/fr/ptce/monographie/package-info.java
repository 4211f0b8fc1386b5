/** The monographs of pôles, from their selection to the text that is given to the toolbox (design, §8). */
package fr.ptce.monographie;
