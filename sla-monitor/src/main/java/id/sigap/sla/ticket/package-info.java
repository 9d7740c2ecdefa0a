/** Whom a ticket has waited for, from complete evidence to its end: every moment is charged to one party, the regulator's own as any other. */
package id.sigap.sla.ticket;
