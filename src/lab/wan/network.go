package main

import (
	"log"
	"os"
	"sync"
	"time"
)

// mac is the address of an Ethernet device.
type mac [6]byte

// network is a switch that learns which site an address is at, with a link for each ordered pair of sites.
type network struct {
	sites []string
	links [][]*link // from, to; nil on the diagonal
	known sync.Map  // mac to the index of its site
}

func newNetwork(sites []string) *network {
	links := make([][]*link, len(sites))
	for from := range sites {
		links[from] = make([]*link, len(sites))
		for to := range sites {
			if from != to {
				links[from][to] = newLink()
			}
		}
	}
	return &network{sites: sites, links: links}
}

func (n *network) start(taps []*os.File) {
	for from := range n.sites {
		for to, l := range n.links[from] {
			if l != nil {
				go l.deliver(taps[to])
			}
		}
		go n.listen(from, taps[from])
	}
}

// listen carries what one site sends. When a site's device goes away, the others keep their network.
func (n *network) listen(from int, tap *os.File) {
	buffer := make([]byte, 65536)
	for {
		size, err := tap.Read(buffer)
		if err != nil {
			log.Printf("%s is gone: %v", n.sites[from], err)
			return
		}
		if size >= 14 { // an Ethernet header
			n.carry(from, append([]byte(nil), buffer[:size]...), time.Now())
		}
	}
}

// carry sends a frame to the site that its destination is known to be at, otherwise to all the others.
func (n *network) carry(from int, data []byte, now time.Time) {
	n.known.Store(mac(data[6:12]), from)
	group := data[0]&1 == 1
	if to, ok := n.known.Load(mac(data[0:6])); ok && !group {
		if to != from {
			n.links[from][to.(int)].send(data, now)
		}
		return
	}
	for _, l := range n.links[from] {
		if l != nil {
			l.send(data, now)
		}
	}
}
