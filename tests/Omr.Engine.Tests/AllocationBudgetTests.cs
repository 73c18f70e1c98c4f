using Omr.Engine.Tests.Simulated;
