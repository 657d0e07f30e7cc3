#!/usr/bin/python3
"""Writes convnet.onnx, attention.onnx and convnet.json, by PyTorch.

convnet.onnx is a small network of two convolutions and a classifier for an input of 3 x 24 x 32;
convnet.json holds what it answers to one picture, of which value (y, x, c) is
(7x + 13y + 50c) mod 256: the second layer's map averaged over its places, and the classes.
attention.onnx multiplies computed tensors with one another.
"""

import json
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
HEIGHT, WIDTH = 24, 32
MEAN, SCALE = [10.0, 20.0, 30.0], [0.01, 0.02, 0.03]


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.map = nn.Sequential(nn.Conv2d(3, 4, 3, stride=2), nn.ReLU(), nn.Conv2d(4, 6, 3), nn.ReLU())
        self.classes = nn.Linear(6, 3)

    def forward(self, x):
        return self.classes(self.map(x).mean((2, 3)))


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Conv2d(3, 4, 8, stride=8)

    def forward(self, x):
        tokens = self.embed(x).flatten(2).transpose(1, 2)
        attention = (tokens @ tokens.transpose(1, 2)).softmax(-1)
        return (attention @ tokens).mean(1)


def picture():
    y, x, c = torch.meshgrid(torch.arange(HEIGHT), torch.arange(WIDTH), torch.arange(3), indexing="ij")
    return ((7 * x + 13 * y + 50 * c) % 256).float()


def main():
    torch.manual_seed(1)
    small = Small().eval()
    inputs = ((picture() - torch.tensor(MEAN)) * torch.tensor(SCALE)).permute(2, 0, 1)[None]
    for network, name in ((small, "convnet.onnx"), (Attention().eval(), "attention.onnx")):
        torch.onnx.export(network, inputs, str(HERE / name), opset_version=10, input_names=["input"])
    with torch.no_grad():
        answers = {
            "map": small.map(inputs).mean((2, 3))[0].tolist(),
            "classes": small(inputs)[0].tolist(),
        }
    (HERE / "convnet.json").write_text(json.dumps(answers, indent=1) + "\n")


main()
