/** The seam between the stack and what is played on it. */
package id.sigap.local.demo;
