/** What lets an audit find out more than the database alone can show: the ends of the journal's chains, signed. */
package id.sigap.service.audit;
