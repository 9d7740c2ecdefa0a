/** The vault: what citizens tell, show and ask. Everything personal is sealed here and nowhere else. */
package id.sigap.intake;
