/** E-mail: templates, sending, ledger; PDF documents. */
package fr.ptce.courriel;
