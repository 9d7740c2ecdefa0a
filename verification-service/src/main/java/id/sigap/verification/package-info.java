/** The help desk: officers turn reports into decisions, the regulator decides appeals. */
package id.sigap.verification;
