/** The public site: landing page, forms without an account, personal links, attachments. */
package fr.ptce.portail;
