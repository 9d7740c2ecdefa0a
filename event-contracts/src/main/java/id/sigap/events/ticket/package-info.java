/** The ticket of a number: the state machine of record. */
package id.sigap.events.ticket;
