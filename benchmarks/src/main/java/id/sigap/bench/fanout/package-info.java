/** intake-service with one number that thousands reported: how soon all of them are told what became of it. */
package id.sigap.bench.fanout;
