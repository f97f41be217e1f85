package main

import (
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2019, 1, 1, 12, 0, 0, 0, time.UTC)

func TestAFrameArrivesAfterItsDelayAndItsTurn(t *testing.T) {
	l := newLink()
	if err := l.set([]string{"delay=25ms", "rate=8mbit"}); err != nil {
		t.Fatal(err)
	}

	first, _ := l.admit(1000, noon)
	second, _ := l.admit(1000, noon)

	if got := first.Sub(noon); got != 26*time.Millisecond {
		t.Errorf("the first frame takes %v", got)
	}
	if got := second.Sub(noon); got != 27*time.Millisecond {
		t.Errorf("the second frame takes %v", got)
	}
}

func TestALinkDropsWhatARouterWouldNotBuffer(t *testing.T) {
	l := newLink()
	if err := l.set([]string{"rate=8mbit"}); err != nil {
		t.Fatal(err)
	}

	admitted := 0
	for range 300 {
		if _, ok := l.admit(1000, noon); ok {
			admitted++
		}
	}

	if admitted != 101 { // one that leaves, and 100 ms of them behind it
		t.Errorf("%d frames of 1 ms each are admitted at once", admitted)
	}
}

func TestABadSettingChangesNothing(t *testing.T) {
	l := newLink()

	for _, settings := range [][]string{{"delay=1s", "loss=many"}, {"delay=-1s"}, {"loss=101%"}, {"speed=9"}} {
		if l.set(settings) == nil {
			t.Errorf("%q is taken", settings)
		}
	}

	if got := l.String(); got != "up delay=0s rate=0mbit loss=0%" {
		t.Errorf("the link is now %s", got)
	}
}

func TestACutLinkCarriesNothingInEitherDirection(t *testing.T) {
	n := newNetwork([]string{"moscow", "zurich-1", "zurich-2"})
	if _, err := n.obey(strings.Fields("link moscow zurich-1 down")); err != nil {
		t.Fatal(err)
	}
	broadcast := []byte("\xff\xff\xff\xff\xff\xffmoscow..")

	n.carry(0, broadcast, noon)
	n.carry(1, broadcast, noon)

	for _, c := range []struct{ from, to, want int }{{0, 1, 0}, {1, 0, 0}, {0, 2, 1}, {1, 2, 1}} {
		if got := len(n.links[c.from][c.to].queue); got != c.want {
			t.Errorf("%d frames go from %s to %s", got, n.sites[c.from], n.sites[c.to])
		}
	}
}

func TestAFrameGoesOnlyToTheSiteOfItsAddress(t *testing.T) {
	n := newNetwork([]string{"moscow", "zurich-1", "zurich-2"})
	n.carry(1, []byte("\xff\xff\xff\xff\xff\xff\x02here...."), noon)

	n.carry(0, []byte("\x02here.\x02there.."), noon)

	if to, others := len(n.links[0][1].queue), len(n.links[0][2].queue); to != 1 || others != 0 {
		t.Errorf("%d frames go to its site, %d elsewhere", to, others)
	}
}

func TestAnOrderForNoSuchSiteNamesTheSites(t *testing.T) {
	n := newNetwork([]string{"moscow", "zurich-1"})

	_, err := n.obey(strings.Fields("link moscow geneva down"))

	if err == nil || !strings.Contains(err.Error(), "moscow, zurich-1") {
		t.Errorf("the answer is %v", err)
	}
}
