/** Deadlines in working days, and the e-mails about tasks: invitations, reminders, escalation, absences. */
package fr.ptce.relance;
