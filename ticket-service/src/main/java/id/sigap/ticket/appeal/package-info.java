/** From an upheld appeal to an operator asked to lift its block. */
package id.sigap.ticket.appeal;
