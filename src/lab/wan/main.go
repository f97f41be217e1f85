// Command wan is a wide-area network in user space: an Ethernet switch whose ports are TAP devices, one for each
// site, with a delay, a rate and a loss for each pair of sites. Not every kernel has netem; this has the same effect
// on every flow between the sites, and it can be changed while traffic flows.
//
//	wan -socket /run/lab/wan.sock operator moscow zurich-1     runs the network, with a TAP device wan-NAME each
//	wan -socket /run/lab/wan.sock -tell link moscow zurich-1 delay=25ms rate=200mbit loss=0.1%
//	wan -socket /run/lab/wan.sock -tell link moscow zurich-1 down
//	wan -socket /run/lab/wan.sock -tell show
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"net"
	"os"
)

func main() {
	log.SetFlags(log.LstdFlags | log.LUTC)
	socket := flag.String("socket", "/run/lab/wan.sock", "where the network listens for orders")
	tell := flag.Bool("tell", false, "give the network that runs an order, instead of running one")
	flag.Parse()
	if *tell {
		if err := order(*socket, flag.Args(), os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "wan:", err)
			os.Exit(1)
		}
		return
	}
	log.Fatal(run(*socket, flag.Args()))
}

// run carries frames and orders until it is killed, or until the control socket fails.
func run(socket string, sites []string) error {
	taps := make([]*os.File, len(sites))
	for i, site := range sites {
		tap, err := openTap("wan-" + site)
		if err != nil {
			return err
		}
		taps[i] = tap
	}
	network := newNetwork(sites)
	network.start(taps)
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	for {
		connection, err := listener.Accept()
		if err != nil {
			return err
		}
		network.serve(connection)
	}
}
