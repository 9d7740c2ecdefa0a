/** How a service's letters leave the house. */
package id.sigap.mail;
