/** What the repositories of all rooms share; it knows no room. */
package fr.ptce.base;
