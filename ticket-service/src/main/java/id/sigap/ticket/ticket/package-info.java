/**
 * One number, one ticket: the aggregate with every legal move, the requests that went to operators, the reports it rests on, its number and
 * its history. Nothing outside writes these tables.
 */
package id.sigap.ticket.ticket;
