/** The help desk's and the regulator's decisions. */
package id.sigap.events.verification;
