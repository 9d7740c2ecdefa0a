/** The directory of operators, for people and machines to look up. */
package id.sigap.ticket.directory;
