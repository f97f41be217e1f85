package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"slices"
	"strings"
	"time"
)

// patience is how long either side of the control socket waits for the other.
const patience = 5 * time.Second

// order sends one order to the network that runs and copies its answer; an answer that starts with "error:" is one.
func order(socket string, words []string, out io.Writer) error {
	connection, err := net.DialTimeout("unix", socket, patience)
	if err != nil {
		return fmt.Errorf("no network runs: %w", err)
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(connection, strings.Join(words, " ")); err != nil {
		return err
	}
	answer, err := io.ReadAll(connection)
	if err != nil {
		return err
	}
	if problem, bad := strings.CutPrefix(string(answer), "error: "); bad {
		return errors.New(strings.TrimSpace(problem))
	}
	_, err = out.Write(answer)
	return err
}

// serve answers the one order of a connection and closes it.
func (n *network) serve(connection net.Conn) {
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		log.Print(err)
		return
	}
	line, err := bufio.NewReader(connection).ReadString('\n')
	if err != nil {
		log.Printf("order: %v", err)
		return
	}
	answer, err := n.obey(strings.Fields(line))
	if err != nil {
		answer = fmt.Sprintf("error: %v\n", err)
	}
	if _, err := io.WriteString(connection, answer); err != nil {
		log.Printf("answer: %v", err)
	}
}

// obey carries out "show" or "link SITE SITE SETTING...".
func (n *network) obey(words []string) (string, error) {
	if len(words) == 1 && words[0] == "show" {
		return n.show(), nil
	}
	if len(words) < 4 || words[0] != "link" {
		return "", errors.New("want: show, or link SITE SITE (delay=25ms|rate=200mbit|loss=0.1%|up|down)")
	}
	a, b := slices.Index(n.sites, words[1]), slices.Index(n.sites, words[2])
	if a < 0 || b < 0 || a == b {
		return "", fmt.Errorf("no link between %q and %q; the sites are %s", words[1], words[2], strings.Join(n.sites, ", "))
	}
	if err := n.links[a][b].set(words[3:]); err != nil {
		return "", err
	}
	return "", n.links[b][a].set(words[3:])
}

func (n *network) show() string {
	var text strings.Builder
	for a := range n.sites {
		for b := a + 1; b < len(n.sites); b++ {
			fmt.Fprintf(&text, "%s %s %s\n", n.sites[a], n.sites[b], n.links[a][b])
		}
	}
	return text.String()
}
