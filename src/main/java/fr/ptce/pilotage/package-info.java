/**
 * What pilots watch: figures of the programme, and the path of a process on its diagram. It is the roof of the house:
 * it reads what the rooms keep, writes nothing there, and no room knows it.
 */
package fr.ptce.pilotage;
