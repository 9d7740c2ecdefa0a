/** A real browser for tests. */
package id.sigap.browser;
