/** How a running stack is, asked from outside. */
package id.sigap.local.status;
