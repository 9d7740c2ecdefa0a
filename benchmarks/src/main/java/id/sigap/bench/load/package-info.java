/** Those who use the system while it is measured. */
package id.sigap.bench.load;
